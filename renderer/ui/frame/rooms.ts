import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Command } from '../../../electron/preload/bridge.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { paths, roomOfKind } from '../kit/paths.ts';
import type { english } from '../words/en/index.ts';

/**
 * Every room, loaded when first entered, or ahead of that when there is time. A room is a folder that exports one component from
 * `room.tsx`, which routes what is beneath its path.
 */
export interface Room {
  readonly name: keyof (typeof english)['frame']['rooms'];
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
  /** What goes there; `null` for rooms that are reached from within others only. */
  readonly command: Command | null;
  /** Not in the navigation: reached from the menu, the palette and other rooms. */
  readonly quiet?: true;
}

const loads: (() => Promise<ComponentType>)[] = [];

function page(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  loads.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** The room of a kind that has none of its own yet: made from its schema. */
function plain(kind: RecordKind): LazyExoticComponent<ComponentType> {
  return page(async () => (await import('../kit/record-room/record-room.tsx')).plainRoom(kind));
}

/** Once there is nothing else to do, so that no room is waited for. */
export function loadRoomsAhead(): void {
  requestIdleCallback(() => loads.forEach((load) => void load()), { timeout: 2000 });
}

export const rooms: readonly Room[] = [
  { name: 'today', path: paths.today, command: 'go-today', page: page(async () => (await import('../rooms/today/room.tsx')).TodayRoom) },
  { name: 'cases', path: paths.cases, command: 'go-cases', page: page(async () => (await import('../rooms/cases/room.tsx')).CasesRoom) },
  { name: 'notes', path: paths.notes, command: 'go-notes', page: page(async () => (await import('../rooms/notes/room.tsx')).NotesRoom) },
  { name: 'meetings', path: paths.meetings, command: 'go-meetings', page: page(async () => (await import('../rooms/meetings/room.tsx')).MeetingsRoom) },
  { name: 'actions', path: paths.actions, command: 'go-actions', page: page(async () => (await import('../rooms/actions/room.tsx')).ActionsRoom) },
  { name: 'requests', path: roomOfKind.request, command: 'go-requests', page: page(async () => (await import('../rooms/requests/room.tsx')).RequestsRoom) },
  { name: 'contacts', path: roomOfKind.contact, command: 'go-contacts', page: page(async () => (await import('../rooms/contacts/room.tsx')).ContactsRoom) },
  { name: 'subjects', path: roomOfKind.subject, command: 'go-subjects', page: page(async () => (await import('../rooms/subjects/room.tsx')).SubjectsRoom) },
  { name: 'groups', path: roomOfKind.jwg, command: 'go-groups', page: page(async () => (await import('../rooms/groups/room.tsx')).GroupsRoom) },
  { name: 'advisory', path: roomOfKind.activity, command: 'go-advisory', page: page(async () => (await import('../rooms/advisory/room.tsx')).AdvisoryRoom) },
  { name: 'series', path: roomOfKind.series, command: 'go-series', quiet: true, page: page(async () => (await import('../rooms/series/room.tsx')).SeriesRoom) },
  { name: 'proceedings', path: roomOfKind.proceedings, command: 'go-proceedings', quiet: true, page: page(async () => (await import('../rooms/proceedings/room.tsx')).ProceedingsRoom) },
  { name: 'protection', path: roomOfKind.protection, command: 'go-protection', quiet: true, page: page(async () => (await import('../rooms/protection/room.tsx')).ProtectionRoom) },
  { name: 'relations', path: roomOfKind.relation, command: null, page: plain('relation') },
  { name: 'authorities', path: roomOfKind.authority, command: 'go-authorities', quiet: true, page: page(async () => (await import('../rooms/authorities/room.tsx')).AuthoritiesRoom) },
  { name: 'search', path: paths.search, command: 'find-everywhere', page: page(async () => (await import('../rooms/search/room.tsx')).SearchRoom) },
  { name: 'report', path: paths.report, command: 'go-report', page: page(async () => (await import('../rooms/report/room.tsx')).ReportRoom) },
  { name: 'indicators', path: roomOfKind.indicator, command: 'go-indicators', quiet: true, page: page(async () => (await import('../rooms/indicators/room.tsx')).IndicatorsRoom) },
  { name: 'pouch', path: paths.pouch, command: 'go-pouch', page: page(async () => (await import('../rooms/pouch/room.tsx')).PouchRoom) },
  { name: 'settings', path: paths.settings, command: 'settings', page: page(async () => (await import('../rooms/settings/room.tsx')).SettingsRoom) },
  { name: 'conflicts', path: '/conflicts', command: null, page: page(async () => (await import('../rooms/conflicts/room.tsx')).ConflictsRoom) },
  { name: 'registers', path: paths.registers, command: 'go-registers', quiet: true, page: page(async () => (await import('../rooms/registers/room.tsx')).RegistersRoom) },
  { name: 'guide', path: paths.guide, command: 'go-guide', quiet: true, page: page(async () => (await import('../rooms/guide/room.tsx')).GuideRoom) },
  { name: 'history', path: '/history', command: null, page: page(async () => (await import('../rooms/history/room.tsx')).HistoryRoom) },
  { name: 'lowering', path: '/lower', command: null, page: page(async () => (await import('../rooms/lowering/room.tsx')).LoweringRoom) },
  { name: 'diagram', path: '/diagram', command: null, page: page(async () => (await import('../rooms/diagram/room.tsx')).DiagramRoom) },
  { name: 'imports', path: paths.imports, command: 'go-import', quiet: true, page: page(async () => (await import('../rooms/imports/room.tsx')).ImportsRoom) },
  { name: 'export', path: '/export', command: null, page: page(async () => (await import('../rooms/export/room.tsx')).ExportRoom) },
];
