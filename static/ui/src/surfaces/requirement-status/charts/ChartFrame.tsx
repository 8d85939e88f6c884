import type { ReactNode } from 'react';
import { usePage } from '../../../lib/Page';

interface ChartFrameProps {
  readonly title: string;
  /** What the picture says, in words. */
  readonly words: string;
  readonly children: ReactNode;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture with its meaning in words and its figures as a table. */
export function ChartFrame({ title, words, children, columns, rows }: ChartFrameProps) {
  const { t } = usePage();
  return (
    <figure className="chart">
      <figcaption className="heading-small">{title}</figcaption>
      {children}
      <p className="quiet">{words}</p>
      <details>
        <summary>{t('status.chart.asTable')}</summary>
        <div className="chart-figures">
          <table className="status-table">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...others]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {others.map((value, index) => (
                    <td key={columns[index + 1]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
