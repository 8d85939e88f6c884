import Button from '@atlaskit/button/new';
import type { FeedbackList } from '../../../../../../src/contract/feedback';
import { LockIcon } from '../../../components/Icons';
import { usePage } from '../../../lib/Page';
import { RECORD_DRAFT } from '../record/RecordForm';
import type { Filter } from '../state/filters';
import { FilterBar } from './FilterBar';

interface ToolbarProps {
  readonly list: FeedbackList;
  readonly now: number;
  readonly filter: Filter;
  readonly recording: boolean;
  readonly recordButtonId: string;
  readonly onFilter: (filter: Filter) => void;
  readonly onRecord: () => void;
}

/** Filters, and the button that opens the form; those who may not edit learn why there is none. */
export function Toolbar(props: ToolbarProps) {
  const { t, drafts } = usePage();
  const { list, now, filter, recording, onFilter, onRecord } = props;
  const label = drafts.read(RECORD_DRAFT) === null ? 'record.open' : 'record.continue';
  return (
    <>
      <div className="toolbar">
        {list.total > 0 ? <FilterBar items={list.items} now={now} filter={filter} onChange={onFilter} /> : <span />}
        {list.mayEdit && !recording ? (
          <Button id={props.recordButtonId} appearance="primary" onClick={onRecord}>
            {t(label)}
          </Button>
        ) : null}
      </div>
      {list.mayEdit ? null : (
        <p className="reader-note">
          <LockIcon />
          {t('list.readOnly')}
        </p>
      )}
    </>
  );
}
