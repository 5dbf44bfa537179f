import { Link } from 'wouter';
import type { DeliveryReport, PouchPreview } from '../../../engine/api.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { duration } from '../../words/time-left.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** What came of it, in words: "Delivered 14, received 9, one conflict to look at." */
export function LastDelivery({ report }: { readonly report: DeliveryReport | null }) {
  const say = useWords('pouch');
  if (report === null) return null;
  return (
    <div className={classes['result']} data-testid="delivery-result">
      {report.failure !== null && movedNothing(report) ? null : <p className={classes['resultWords']}>{resultInWords(report, say)}</p>}
      <p className={classes['where']}>{joined(say('result.where', { time: instantInWords(report.at), network: report.network }), movedInWords(report, say))}</p>
      {report.conflicts.length === 0 ? null : (
        <ul className={classes['links']}>
          {report.conflicts.map((one) => (
            <li key={one.record}>
              <Link href={paths.conflict(one.record, one.kind)}>{one.title || say('untitled')}</Link>
            </li>
          ))}
        </ul>
      )}
      {report.unconfirmed === 0 ? null : <p>{say('result.unconfirmed', { count: report.unconfirmed })}</p>}
      {report.refused.map((one) => (
        <p key={one.why}>{say(`refused.${one.why}`, { count: one.count })}</p>
      ))}
      {report.failure === null ? null : report.failure.code === 'over-budget' ? <p>{say('result.over-budget')}</p> : <ErrorSentence failure={report.failure} />}
    </div>
  );
}

/** `340 KB in 2 minutes`; empty for reports of before that was counted. */
function movedInWords({ moved }: DeliveryReport, say: ReturnType<typeof useWords<'pouch'>>): string {
  if (moved === undefined) return '';
  const { unit, count } = duration(moved.seconds);
  return say('result.moved', { bytes: sizeInWords(moved.bytes), duration: say(`duration.${unit}`, { count }) });
}

function movedNothing(report: DeliveryReport): boolean {
  return report.delivered + report.received + report.conflicts.length === 0;
}

function resultInWords(report: DeliveryReport, say: ReturnType<typeof useWords<'pouch'>>): string {
  const { delivered, received, conflicts } = report;
  if (movedNothing(report)) return `${say('result.nothing')}.`;
  const parts = [
    delivered === 0 ? say('result.nothing-delivered') : say('result.delivered', { count: delivered }),
    received === 0 ? say('result.nothing-received') : say('result.received', { count: received }),
    ...(conflicts.length === 0 ? [] : [say('result.conflicts', { count: conflicts.length })]),
  ];
  return `${parts.join(', ')}.`;
}

/** Arrived and waiting: counted, with the reason. */
export function Waiting({ waiting }: { waiting: PouchPreview['waiting'] }) {
  const say = useWords('pouch');
  if (waiting.length === 0) return null;
  return (
    <Section title={say('waiting.title')}>
      <ul>
        {waiting.map((one) => (
          <li key={one.why} className={classes['waiting']}>
            {say(`waiting.${one.why}`, { count: one.count })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
