import type { ChangeDetail } from '../../../../../../src/contract/change';
import { contactName } from '../../../components/contact/contactName';
import { Fact, LongText } from '../../../components/Fact';
import { IssueLine } from '../../../components/IssueLine';
import { usePage } from '../../../lib/Page';

/** What is asked for, why, by whom, and which requirements it concerns. */
export function ChangeFacts({ change }: { readonly change: ChangeDetail }) {
  const { t, formats } = usePage();
  const { description, requestedBy, requirements, requirementsHidden, validUntil } = change;
  const texts = [description.from, description.to, change.reason, change.ifNot];
  return (
    <section className="group" aria-label={t('change.content')}>
      {texts.every((text) => text === null) ? null : (
        <dl className="facts facts-wide">
          <LongText label={t('change.field.from')} text={description.from} />
          <LongText label={t('change.field.to')} text={description.to} />
          <LongText label={t('change.field.reason')} text={change.reason} />
          <LongText label={t('change.field.ifNot')} text={change.ifNot} />
        </dl>
      )}
      <dl className="facts">
        <Fact label={t('change.field.source')}>{t(`change.source.${change.source}`)}</Fact>
        <Fact label={t('change.field.requestedBy')}>
          {requestedBy === null ? t('change.nobody') : contactName(t, requestedBy)}
        </Fact>
        <Fact label={t('change.field.validUntil')}>
          {validUntil === null ? t('change.noLimit') : formats.day(validUntil)}
        </Fact>
        {change.feedbackId === null ? null : <Fact label={t('change.field.origin')}>{t('change.fromFeedback')}</Fact>}
      </dl>
      <h3 className="heading-small">{t('change.field.requirements')}</h3>
      <ul className="issue-lines">
        {requirements.map((issue) => (
          <IssueLine key={issue.id} issue={issue} />
        ))}
      </ul>
      {requirementsHidden === 0 ? null : <p className="quiet">{t('impact.hidden', { count: requirementsHidden })}</p>}
    </section>
  );
}
