import { usePage } from '../lib/Page';

export interface Difference {
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}

/** What stands there now beside what was about to be saved. */
export function DifferencesTable({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = usePage();
  return (
    <table className="sides">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('conflict.theirs')}</th>
          <th scope="col">{t('conflict.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, theirs, mine }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{theirs}</td>
            <td>{mine}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
