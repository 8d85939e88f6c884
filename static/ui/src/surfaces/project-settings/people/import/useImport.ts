import { useRef, useState } from 'react';
import type { ContactEntry } from '../../../../../../../src/contract/register';
import { lineKey, REGISTER_COLUMNS } from '../../../../../../../src/contract/registerLine';
import { call, type Failure } from '../../../../lib/call';
import type { Translate } from '../../../../lib/i18n';
import { usePage } from '../../../../lib/Page';
import { decode } from '../csv/decode';
import { columnKey, planImport, type ImportPlan, type KnownPeople, type PlannedLine } from '../csv/plan';
import { readSheet } from '../csv/readSheet';
import { readRegister, type WholeRegister } from '../useRegister';

export const MOST_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;
/** As many lines as one call takes. */
const SLICE = 250;

type FileProblem = 'tooBig' | 'noText' | 'noHeader';
type ImportState =
  | { readonly phase: 'choosing'; readonly problem: FileProblem | null }
  | { readonly phase: 'reading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'planned'; readonly plan: ImportPlan }
  | { readonly phase: 'importing'; readonly plan: ImportPlan; readonly done: number; readonly failure: Failure | null };

interface Slice {
  readonly commandId: string;
  readonly lines: readonly PlannedLine[];
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function knownOf({ clients, contacts }: WholeRegister): KnownPeople {
  const names = new Map(clients.map(({ id, name }) => [id, name ?? '']));
  const keyOf = ({ clientId, name }: ContactEntry) => lineKey({ client: names.get(clientId) ?? '', name });
  return {
    contacts: new Map(contacts.map((contact) => [keyOf(contact), contact])),
    clients: new Set([...names.values()].map((client) => lineKey({ client, name: null }))),
  };
}

function labelsIn(t: Translate) {
  return new Map(REGISTER_COLUMNS.map((column) => [columnKey(t(`people.column.${column}`)), column] as const));
}

/** What of a plan the back end has to hear of. */
export function changing({ lines }: ImportPlan): readonly PlannedLine[] {
  return lines.filter(({ fate }) => fate !== 'unchanged');
}

interface Import {
  readonly state: ImportState;
  readonly choose: (file: File) => Promise<void>;
  readonly send: (plan: ImportPlan) => Promise<void>;
}

/** Reads a file, plans, and sends the plan slice by slice; a slice that failed is sent again as the same command. */
export function useImport(onDone: (count: number) => void): Import {
  const { t, context } = usePage();
  const { projectId } = context;
  const [state, setState] = useState<ImportState>({ phase: 'choosing', problem: null });
  const waiting = useRef<readonly Slice[]>([]);

  async function planned(file: File): Promise<ImportPlan | FileProblem | Failure> {
    if (file.size > MOST_MEGABYTES * MEGABYTE) return 'tooBig';
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    if (text === null) return 'noText';
    const register = await readRegister(projectId, true);
    if ('code' in register) return register;
    return (await planImport(readSheet(text), labelsIn(t), knownOf(register), pause)) ?? 'noHeader';
  }

  async function choose(file: File): Promise<void> {
    setState({ phase: 'reading' });
    const plan = await planned(file);
    if (typeof plan === 'string') setState({ phase: 'choosing', problem: plan });
    else if ('code' in plan) setState({ phase: 'failed', failure: plan });
    else {
      const lines = changing(plan);
      waiting.current = Array.from({ length: Math.ceil(lines.length / SLICE) }, (_, index) => ({
        commandId: crypto.randomUUID(),
        lines: lines.slice(index * SLICE, (index + 1) * SLICE),
      }));
      setState({ phase: 'planned', plan });
    }
  }

  async function send(plan: ImportPlan): Promise<void> {
    const total = changing(plan).length;
    for (let [slice] = waiting.current; slice !== undefined; [slice] = waiting.current) {
      const done = total - waiting.current.reduce((count, { lines }) => count + lines.length, 0);
      setState({ phase: 'importing', plan, done, failure: null });
      const lines = slice.lines.map(({ cells }) => cells);
      const outcome = await call('register.import', { commandId: slice.commandId, projectId, lines });
      if (!outcome.ok) {
        setState({ phase: 'importing', plan, done, failure: outcome.failure });
        return;
      }
      waiting.current = waiting.current.slice(1);
    }
    onDone(total);
  }

  return { state, choose, send };
}
