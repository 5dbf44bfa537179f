import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ExportReason } from '../../../../core/clearance/export.ts';
import { countryName } from '../../kit/country-name.ts';
import { useWords } from '../../words/words.ts';
import classes from './export.module.css';
import { listed } from '../../words/language.ts';

/** Why the minutes may not be given to those on the distribution list, and what a person may confirm. */
export function Refusals({ reasons, h3Confirmed, onConfirm }: {
  reasons: readonly ExportReason[];
  h3Confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
}) {
  const say = useWords('export');
  if (reasons.length === 0) return null;
  return (
    <div className={classes['refusals']}>
      <h2>{say('refused.title')}</h2>
      <ul>
        {reasons.map((reason) => {
          const words = inWords(reason, say);
          return <li key={words}>{words}</li>;
        })}
      </ul>
      {reasons.some((reason) => reason.code === 'handling-h3') ? (
        <Checkbox label={say('confirm-h3')} checked={h3Confirmed} onChange={(event) => onConfirm(event.currentTarget.checked)} />
      ) : null}
    </div>
  );
}

function inWords(reason: ExportReason, say: TFunction<'export'>): string {
  switch (reason.code) {
    case 'handling-h1':
    case 'handling-h2':
      return say(`refused.${reason.code}`, { provider: reason.provider === '' ? say('refused.the-provider') : reason.provider });
    case 'handling-h3':
      return say('refused.handling-h3', { restriction: reason.restriction });
    case 'not-releasable':
      return say('refused.not-releasable', {
        originator: reason.originator === '' ? say('refused.the-originator') : reason.originator,
        outside: places(reason.outside),
      });
    case 'no-transfer-ground':
    case 'limite':
      return say(`refused.${reason.code}`);
  }
}

function places(outside: readonly string[]): string {
  const names = outside.map((one) => (/^[A-Z]{3}$/.test(one) ? countryName(one) : one));
  return listed(names);
}
