import { sqlArchiveTables } from '../../adapters/sql/sqlArchiveTables';
import { archiveTable } from '../../application/archive/archiveTable';
import { exportArchive } from '../../application/archive/exportArchive';
import { importArchive } from '../../application/archive/importArchive';
import { dataUsage } from '../../application/data/dataUsage';
import { eraseProject } from '../../application/data/eraseProject';
import { erasePerson } from '../../application/erasePerson';
import { exportJournal } from '../../application/exportJournal';
import { mirrorStatus } from '../../application/mirror/mirrorStatus';
import { requestRebuild } from '../../application/mirror/requestRebuild';
import { rebuildDerived } from '../../application/rebuildDerived';
import { verifyJournal } from '../../application/verifyJournal';
import { DATA_PROCEDURES as PROCEDURES } from '../../contract/dataProcedures';
import type { DataOutputs } from '../../contract/dataProcedures';
import { archiveOutside } from '../archiveOutside';
import { dataOutside } from '../dataOutside';
import { mirrorOutside } from '../mirrorOutside';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case answers which procedure about a project's data. */
export const dataProcedures: { readonly [Name in keyof DataOutputs]: Handler<DataOutputs[Name]> } = {
  'person.erase': handle(PROCEDURES['person.erase'], erasePerson),
  'journal.verify': handle(PROCEDURES['journal.verify'], verifyJournal),
  'journal.export': handle(PROCEDURES['journal.export'], exportJournal),
  'derived.rebuild': handle(PROCEDURES['derived.rebuild'], rebuildDerived),
  'mirror.rebuild': handle(PROCEDURES['mirror.rebuild'], ({ access }, _viewer, input) =>
    requestRebuild({ ...mirrorOutside, access }, input),
  ),
  'mirror.status': handle(PROCEDURES['mirror.status'], ({ access }, _viewer, input) =>
    mirrorStatus({ ...mirrorOutside, access }, input),
  ),
  'data.usage': handle(PROCEDURES['data.usage'], ({ access }, _viewer, input) =>
    dataUsage({ ...dataOutside, access }, input),
  ),
  'project.eraseData': handle(PROCEDURES['project.eraseData'], ({ access }, _viewer, input) =>
    eraseProject({ ...dataOutside, access }, input),
  ),
  'archive.export': handle(PROCEDURES['archive.export'], (outside, viewer, input) =>
    exportArchive(archiveOutside(outside), viewer, input),
  ),
  'archive.table': handle(PROCEDURES['archive.table'], (outside, _viewer, input) =>
    archiveTable({ ...outside, tables: sqlArchiveTables }, input),
  ),
  'archive.import': handle(PROCEDURES['archive.import'], (outside, viewer, input) =>
    importArchive(archiveOutside(outside), viewer, input),
  ),
};
