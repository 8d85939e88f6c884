import type { ChangeDetail } from '../../../../../../src/contract/change';
import { contactName } from '../../../components/contact/contactName';
import { Fact, LongText } from '../../../components/Fact';
import { openAddress } from '../../../lib/bridge';
import { usePage } from '../../../lib/Page';
import type { NameOf } from '../../../lib/useNames';
import { optionName } from './optionName';

interface DecisionFactsProps {
  readonly change: ChangeDetail;
  readonly nameOf: NameOf;
}

/** What was decided, by whom and how. */
export function DecisionFacts({ change, nameOf }: DecisionFactsProps) {
  const { t, formats } = usePage();
  const { decision } = change;
  if (decision === null) return null;
  const { evidence, decider, conditions, clientSaid } = decision;
  const option = change.options.findIndex(({ id }) => id === decision.optionId);
  return (
    <section className="thread decision" aria-label={t('change.decision.title')}>
      <h3 className="heading-small">
        {t('change.decision.sentence', {
          outcome: t(`change.state.${decision.outcome}`),
          day: formats.day(decision.decidedOn),
          method: t(`change.method.${decision.method}`),
        })}
      </h3>
      <dl className="facts">
        {change.options[option] === undefined ? null : (
          <Fact label={t('change.decision.option')}>{optionName(t, change.options[option], option)}</Fact>
        )}
        <Fact label={t('change.decision.decidedBy')}>
          {decider === null ? t('change.decision.noDecider') : contactName(t, decider)}
        </Fact>
        <Fact label={t('change.decision.recordedBy')}>{nameOf(decision.recordedBy)}</Fact>
        {evidence === null ? null : (
          <Fact label={t('change.decision.evidence')}>
            <a
              href={evidence}
              onClick={(event) => {
                event.preventDefault();
                void openAddress(evidence);
              }}
            >
              {evidence}
            </a>
          </Fact>
        )}
      </dl>
      {conditions === null && clientSaid === null ? null : (
        <dl className="facts facts-wide">
          <LongText label={t('change.decision.conditions')} text={conditions} />
          <LongText label={t('change.decision.clientSaid')} text={clientSaid} />
        </dl>
      )}
      {decision.knowingly ? <p className="small">{t('change.decision.wasKnowingly')}</p> : null}
    </section>
  );
}
