import { existsSync } from 'node:fs';
import path from 'node:path';

const beside = path.resolve(__dirname, '../../../shared');

function firstThere(candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
}

/** Atlassian's OpenAPI documents: `COUNTERSIGN_OPENAPI`, or beside the project; undefined when they are not there. */
export const openApiDirectory = firstThere([process.env['COUNTERSIGN_OPENAPI'], path.join(beside, 'openapi')]);

/** A real project in the compact import form, beside the project; undefined when it is not there. */
export const realProjectFile = firstThere([path.join(beside, 'data/real-jira/fcrepo.json')]);
