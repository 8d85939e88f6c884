import Button from '@atlaskit/button/new';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import { SETTING_PATHS } from '../../../../../../src/contract/settings';
import { usePage } from '../../../lib/Page';
import { pageOf, type ValuesPage } from '../state/pages';

/** The page on which a problem can be mended. */
function pageOfProblem({ path }: FieldProblem): ValuesPage {
  const inside = path.replace(/^choices\./u, '');
  return pageOf(SETTING_PATHS.find((known) => inside === known || inside.startsWith(`${known}.`)) ?? 'links');
}

interface ProblemPagesProps {
  readonly page: ValuesPage;
  readonly problems: readonly FieldProblem[];
  readonly onPage: (route: string) => void;
}

/** How many values need another look, and the way to those that stand on other pages. */
export function ProblemPages({ page, problems, onPage }: ProblemPagesProps) {
  const { t } = usePage();
  const others = new Map(problems.map(pageOfProblem).map((each) => [each.route, each] as const));
  others.delete(page.route);
  return (
    <div className="field-problem" role="alert">
      <p>{t('settings.problems', { count: problems.length })}</p>
      {[...others.values()].map(({ route, title }) => (
        <Button key={route} spacing="compact" appearance="subtle" onClick={() => onPage(route)}>
          {t('settings.problemsOn', { page: t(title) })}
        </Button>
      ))}
    </div>
  );
}
