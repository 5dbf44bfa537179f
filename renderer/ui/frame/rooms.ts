import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Command } from '../../../electron/preload/bridge.ts';
import { paths } from '../kit/paths.ts';
import type { english } from '../words/en/index.ts';

/**
 * Every room, loaded when first entered, or ahead of that when there is time. A room is a folder that exports one component from
 * `room.tsx`, which routes what is beneath its path.
 */
export interface Room {
  readonly name: keyof (typeof english)['frame']['rooms'];
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
  /** In the navigation, with its command; others are reached from within rooms. */
  readonly command: Command | null;
}

const loads: (() => Promise<ComponentType>)[] = [];

function page(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  loads.push(load);
  return lazy(async () => ({ default: await load() }));
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
  { name: 'pouch', path: paths.pouch, command: 'go-pouch', page: page(async () => (await import('../rooms/pouch/room.tsx')).PouchRoom) },
  { name: 'settings', path: paths.settings, command: 'settings', page: page(async () => (await import('../rooms/settings/room.tsx')).SettingsRoom) },
  { name: 'conflicts', path: '/conflicts', command: null, page: page(async () => (await import('../rooms/conflicts/room.tsx')).ConflictsRoom) },
  { name: 'history', path: '/history', command: null, page: page(async () => (await import('../rooms/history/room.tsx')).HistoryRoom) },
  { name: 'export', path: '/export', command: null, page: page(async () => (await import('../rooms/export/room.tsx')).ExportRoom) },
];
