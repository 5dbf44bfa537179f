import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { natureOf } from '../../../../core/records/field-nature.ts';
import { kinds, type RecordKind } from '../../../../core/records/kinds.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { addressOf, pageKey, recordRoute, type FoundAddress, type PageAddress } from '../page-identity.ts';
import { roomOfKind } from '../paths.ts';
import { RecordList, useIsTable, type ListField, type RecordListParts } from '../record-list/record-list.tsx';
import { RecordPage, type RecordPageParts } from '../record-page/record-page.tsx';
import { DetailPage, RoomLayout } from '../room-layout.tsx';

export interface RecordRoomProps<Kind extends RecordKind> {
  readonly kind: Kind;
  /** How its list is sorted, grouped and filtered, and what a row says. */
  readonly list?: RecordListParts<Kind>;
  readonly page?: RecordPageParts<Kind>;
  /** Instead of the kit's page: one that is altogether the room's own. Give it `key={pageKey(address)}`. */
  readonly ownPage?: (address: PageAddress) => ReactNode;
}

/** The room of a kind: its list beside what is open. */
export function RecordRoom<Kind extends RecordKind>({ kind, list = {}, page = {}, ownPage }: RecordRoomProps<Kind>) {
  const say = useWords('kit');
  const words = useKindWords(kind);
  const isTable = useIsTable({ kind, ...list });
  const open = (address: PageAddress) => ownPage?.(address) ?? <RecordPage key={pageKey(address)} kind={kind} address={address} {...page} />;
  return (
    <RoomLayout
      wide={isTable}
      listLabel={say('list.all', { many: words.many })}
      list={<RecordList kind={kind} {...list} />}
      detailLabel={say('list.open', { one: words.one })}
      detail={
        <Switch>
          <Route path={recordRoute(roomOfKind[kind])}>{(found: FoundAddress) => open(addressOf(found))}</Route>
          <Route>
            <DetailPage>
              <EmptyState>{words.choose}</EmptyState>
            </DetailPage>
          </Route>
        </Switch>
      }
    />
  );
}

/** A room that is made from the kind's schema alone, for a kind that has none of its own yet. */
export function plainRoom(kind: RecordKind): () => ReactNode {
  return function PlainRoom() {
    return <RecordRoom kind={kind} list={plainList(kind)} />;
  };
}

const told = new Set(['choice', 'country', 'day', 'group', 'record', 'line', 'yes-no']);
const counted = new Set(['choice', 'country', 'group', 'yes-no']);

/** A list from the schema alone: the fields of its rows, their values to filter by, and what can be set for many. */
function plainList(kind: RecordKind): RecordListParts<RecordKind> {
  const naming: readonly string[] = kinds[kind].named;
  const fields = (kinds[kind].row as readonly string[]).filter((field) => !naming.includes(field));
  const typeOf = (field: string) => natureOf(kind, field)?.type ?? 'other';
  const of = (types: ReadonlySet<string>) => fields.filter((field) => types.has(typeOf(field))) as readonly ListField<RecordKind>[];
  return { columns: of(told).slice(0, 5), facets: of(counted).slice(0, 4), bulk: [...of(counted), ...of(new Set(['record', 'day', 'line']))] };
}
