import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Arrivals } from '../../../engine/api.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { useHoldInWords } from '../../kit/hold-words.ts';
import { Notice } from '../../kit/notice.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { instantInWords } from '../../words/dates.ts';
import { numberInWords } from '../../words/numbers.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { QuarantineRow } from './quarantine-row.tsx';
import classes from './pouch.module.css';

/** What came and is not simply part of the notebook: questions first, then what waits for a word, then what was taken out and what is missing. */
export function ArrivalsGate() {
  const say = useWords('arrivals');
  const arrivals = useEngineQuery(['pouch', 'arrivals'], (engine) => engine.pouch.arrivals()).data;
  useShownMarking(arrivals === undefined ? [] : [...arrivals.quarantine, ...arrivals.heldBack, ...arrivals.chains].flatMap((one) => (one.level === null ? [] : [one.level])));
  if (arrivals === undefined) return null;
  return (
    <>
      {arrivals.removalsAsked.map((one) => (
        <RemovalQuestion key={one.compartment} question={one} />
      ))}
      {arrivals.withoutAdministrator.length === 0 ? null : <Notice>{say('withoutAdministrator', { groups: arrivals.withoutAdministrator.join(', ') })}</Notice>}
      <Quarantine rows={arrivals.quarantine} />
      <HeldBack rows={arrivals.heldBack} />
      <Removed arrivals={arrivals} />
      <Chains arrivals={arrivals} />
    </>
  );
}

/** A removal that would take much out of a group asks before anything goes. */
function RemovalQuestion({ question }: { question: Arrivals['removalsAsked'][number] }) {
  const say = useWords('arrivals');
  const engine = useEngine();
  const confirm = useConfirm();
  const { jwg, records, of, grounds } = question;
  const carryOut = async () => {
    const yes = await confirm({ title: say('asked.title', { jwg }), body: say('asked.about', { count: records, of, grounds: grounds.join('; ') }), confirm: say('asked.remove', { count: records }), loss: true });
    if (!yes) return;
    const answer = await engine.pouch.carryOutRemovals(question.compartment);
    if (!answer.ok) return tellFailure(answer.failure);
    tell(say('asked.done', { count: answer.value.records }));
  };
  return <Notice act={<Button onClick={() => void carryOut()}>{say('asked.look')}</Button>}>{say('asked.notice', { jwg, count: records, of })}</Notice>;
}

function Quarantine({ rows }: { rows: Arrivals['quarantine'] }) {
  const say = useWords('arrivals');
  if (rows.length === 0) return null;
  return (
    <Section title={say('quarantine.title')} count={rows.length}>
      <p className={classes['lead']}>{say('quarantine.about')}</p>
      <ul className={classes['arrived']} aria-label={say('quarantine.title')}>
        {rows.map((row) => (
          <QuarantineRow key={row.letter} row={row} />
        ))}
      </ul>
    </Section>
  );
}

/** What was ordered to go and stays, because a legal hold stands: which record, whose hold, until when. */
function HeldBack({ rows }: { rows: Arrivals['heldBack'] }) {
  const say = useWords('arrivals');
  const records = useWords('records');
  const holdInWords = useHoldInWords();
  if (rows.length === 0) return null;
  return (
    <Section title={say('heldBack.title')} count={rows.length}>
      <p className={classes['lead']}>{say('heldBack.about')}</p>
      <ul className={classes['arrived']} aria-label={say('heldBack.title')}>
        {rows.map((one) => (
          <li key={one.order}>
            <p>
              <Link href={pathOfRecord(one.kind, one.record)}>{one.title === '' ? records(`kinds.${one.kind}`) : one.title}</Link>
            </p>
            <p className={classes['up']}>{joined(say('heldBack.hold', { hold: holdInWords(one.hold), ground: one.hold.ground }), one.jwg === '' ? '' : say('heldBack.from', { jwg: one.jwg }), one.ground, say('removed.ordered', { when: instantInWords(one.ordered) }), say(one.receipt === 'delivered' ? 'heldBack.told' : 'heldBack.untold'))}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What left this notebook by order or was raised out of sight: when and why, and nothing of what it said. */
function Removed({ arrivals }: { arrivals: Arrivals }) {
  const say = useWords('arrivals');
  const records = useWords('records');
  const count = arrivals.removed.length + arrivals.raised.length + arrivals.erased.length;
  if (count === 0) return null;
  return (
    <Section title={say('removed.title')} count={count}>
      <ul className={classes['arrived']}>
        {arrivals.erased.map((one) => (
          <li key={one.order}>
            <p>{say('removed.by-order', { when: instantInWords(one.at), records: numberInWords(one.records), drafts: numberInWords(one.drafts) })}</p>
            <p className={classes['up']}>{say(`removed.receipt-${one.receipt}`)}</p>
          </li>
        ))}
        {arrivals.removed.map((one) => (
          <li key={`${one.order} ${one.jwg}`}>
            <p>{say(`removed.${one.kind}`, { jwg: one.jwg, when: instantInWords(one.done) })}</p>
            <p className={classes['up']}>{joined(one.ground, say('removed.ordered', { when: instantInWords(one.ordered) }), say(`removed.receipt-${one.receipt}`))}</p>
          </li>
        ))}
        {arrivals.raised.map((one) => (
          <li key={one.record}>
            <p>{say('removed.by-member', { kind: records(`kinds.${one.kind}`), name: one.by, when: instantInWords(one.at) })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the numbers of letters show: what has not come, what came twice, what came late. */
function Chains({ arrivals }: { arrivals: Arrivals }) {
  const say = useWords('arrivals');
  if (arrivals.chains.length + arrivals.late.length === 0) return null;
  return (
    <Section title={say('chains.title')}>
      <ul className={classes['arrived']}>
        {arrivals.chains.map((one) => (
          <li key={`${one.what} ${one.jwg} ${one.sender} ${one.from}`}>
            <p>{say(`chains.${one.what}`, { sender: one.sender, jwg: one.jwg, from: one.from, to: one.to, count: one.to - one.from + 1, seenBy: one.seenBy })}</p>
          </li>
        ))}
        {arrivals.late.map((one) => (
          <li key={`${one.jwg} ${one.sender} ${one.level}`}>
            <p>{say('chains.late', { sender: one.sender, jwg: one.jwg, count: one.letters })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
