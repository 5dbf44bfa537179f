import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { JwgId, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { RecordView } from '../../../engine/api.ts';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import { VersionChoice, type VersionShown } from '../../changes/version-choice.tsx';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useSafeguardsInWords } from '../../safeguards/safeguards-in-words.ts';
import { instantInWords } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { LowerItem } from '../lower-item.tsx';
import { MarkingBadge } from '../marking-badge.tsx';
import { Notice } from '../notice.tsx';
import { paths } from '../paths.ts';
import { DetailPage, PageHead } from '../room-layout.tsx';
import { useShownMarking } from '../shown-marking.ts';
import { useWhere } from '../where.ts';
import { PlainReading } from './reading.tsx';
import { BinItem } from './bin-item.tsx';
import { useBinRecord } from './record-acts.ts';
import { RecordNotices } from './record-notices.tsx';
import type { RecordPageParts } from './record-page.tsx';
import { RevealGate } from './reveal-gate.tsx';
import classes from './record-page.module.css';

export interface ReadRecordProps<Kind extends RecordKind> {
  readonly kind: Kind;
  readonly record: RecordId;
  /** A draft holds what the record does not. */
  readonly drafted: boolean;
  readonly onWrite: () => void;
  readonly parts: RecordPageParts<Kind>;
}

/** A record as it is read: kept fresh, with what can be done with it. */
export function ReadRecord<Kind extends RecordKind>({ kind, record, ...rest }: ReadRecordProps<Kind>) {
  const answer = useEngineQuery(['records', kind, 'open', record], (engine) => engine.notebook.open(kind, record));
  const view = answer.data?.ok === true ? answer.data.value : null;
  const place = view?.value as { readonly case?: RecordId | null; readonly jwg?: JwgId | null } | undefined;
  useShownMarking(view?.level);
  useWhere(view === null ? {} : { case: kind === 'case' ? record : (place?.case ?? null), jwg: place?.jwg ?? null, level: view.level });
  return view === null ? null : (
    <RevealGate view={view}>
      <ReadView view={view} {...rest} />
    </RevealGate>
  );
}

function ReadView<Kind extends RecordKind>({ view, drafted, onWrite, parts }: Omit<ReadRecordProps<Kind>, 'kind' | 'record'> & { view: RecordView<Kind> }) {
  const say = useWords('kit');
  const words = useKindWords(view.kind);
  const [shown, setShown] = useState<VersionShown>('amended');
  const value = shown === 'signed' ? view.value : withAmendments(view);
  const safeguards = useSafeguardsInWords()(value.safeguards);
  const { HeadFacts, ReadActs, Reading, Below } = parts;
  return (
    <DetailPage>
      <PageHead
        title={(parts.titleOf?.(value) ?? view.title) === '' ? words.untitled : (parts.titleOf?.(value) ?? view.title)}
        facts={
          <>
            <MarkingBadge level={view.level} /> {HeadFacts === undefined ? null : <HeadFacts value={value} />}
            {safeguards === '' ? null : <span className={classes['line']}>{safeguards}</span>}
            {view.approvedBy.map((one) => (
              <span key={`${one.name} ${String(one.at)}`} className={classes['line']}>{say('record.signedBy', { name: one.name, when: instantInWords(one.at) })}</span>
            ))}
          </>
        }
        acts={
          <>
            <ReadMore view={view} />
            {ReadActs === undefined ? null : <ReadActs view={view} />}
            <Button onClick={onWrite}>{say(view.standing === 'open' ? 'record.edit' : 'record.amend')}</Button>
          </>
        }
      />
      {drafted ? <Notice act={<Button onClick={onWrite}>{say('record.goOn')}</Button>}>{say('record.drafted')}</Notice> : null}
      <RecordNotices kind={view.kind} record={view.record} />
      <VersionChoice shown={shown} amendments={view.amendments.length} onChange={setShown} />
      {Reading === undefined ? <PlainReading kind={view.kind} value={value} without={['safeguards', 'attachments']} /> : <Reading view={view} value={value} />}
      {'attachments' in value ? <AttachmentsSection kind={view.kind} record={view.record} level={view.level} safeguards={value.safeguards} value={value.attachments} /> : null}
      {Below === undefined ? null : <Below record={view.record} value={value} />}
    </DetailPage>
  );
}

function ReadMore<Kind extends RecordKind>({ view }: { view: RecordView<Kind> }) {
  const say = useWords('kit');
  const [, go] = useLocation();
  const bin = useBinRecord(view.kind);
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle">{say('more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go(paths.history(view.record, view.kind))}>{say('record.history')}</Menu.Item>
        <LowerItem kind={view.kind} record={view.record} level={view.level} />
        {view.binned ? null : <BinItem value={view.value} onBin={() => void bin(view.record)} />}
      </Menu.Dropdown>
    </Menu>
  );
}
