import type { Field } from '@atlaskit/jql-ast';
import type { IndexedProperty } from '../../api';
import { NotModelled } from '../answer';
import type { Asker } from './asker';
import { numberColumn, textColumn, type JqlField } from './fields';

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The value at the path of the issue at hand; null where it has none. */
function valueAt({ key, path }: IndexedProperty): string {
  const steps = path.split('.').map((step) => `.${JSON.stringify(step)}`);
  return `(SELECT json_extract(issue_property.document, ${quoted(`$${steps.join('')}`)}) FROM issue_property
    WHERE issue_property.issue_id = live_issue.id AND issue_property.key = ${quoted(key)})`;
}

function declaredField({ site }: Asker, matches: (declared: IndexedProperty) => boolean): JqlField | null {
  const declared = site.properties.indexed().find(matches);
  if (!declared) return null;
  if (declared.type === 'number') return numberColumn(valueAt(declared));
  if (declared.type === 'string') return textColumn(valueAt(declared));
  throw new NotModelled(`an entity property of type ${declared.type} in JQL`);
}

/** The field that an app has given this name; null when none has. */
export function aliasField(name: string, asker: Asker): JqlField | null {
  return declaredField(asker, ({ alias }) => alias?.toLowerCase() === name.toLowerCase());
}

/** `issue.property[key].path`: only what an app has declared can be searched. */
export function propertyField({ value, properties }: Field, asker: Asker): JqlField {
  const [property, ...others] = properties ?? [];
  if (property === undefined || others.length > 0 || value.toLowerCase() !== 'issue.property') {
    throw new NotModelled('entity properties of this form in JQL');
  }
  const key = property.key?.value;
  const path = (property.path ?? [])
    .map((step) => step.value)
    .join('')
    .replace(/^\./u, '');
  const found = declaredField(asker, (declared) => declared.key === key && declared.path === path);
  if (!found) throw new NotModelled('entity properties in JQL that no app has declared');
  return found;
}
