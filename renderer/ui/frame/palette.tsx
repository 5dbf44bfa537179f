import { Spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { commands, type Command } from '../../../electron/preload/bridge.ts';
import type { MarkingId } from '../../../core/ids.ts';
import { recordKinds, type RecordKind } from '../../../core/records/kinds.ts';
import { useEngine, useEngineQueryKept } from '../engine-client/engine-context.tsx';
import { isAnswered, keysOf, runCommand } from '../kit/commands.ts';
import { Kbd } from '../kit/kbd.tsx';
import { MarkingBadge } from '../kit/marking-badge.tsx';
import { pathOfRecord } from '../kit/paths.ts';
import { useShownMarking } from '../kit/shown-marking.ts';
import { useWords } from '../words/words.ts';
import { contains } from '../kit/contains.ts';
import { FoundInTexts } from './found-in-texts.tsx';
import classes from './palette.module.css';

/** Everything but what is the palette itself, or the field's own. */
const offered: readonly Command[] = commands.filter((name) => !['commands', 'find-everywhere', 'undo', 'redo', 'next-pane'].includes(name));
/** Of each kind; more would be searching, which has a room of its own. */
const mostOfKind = 6;

/** Ctrl+K: go somewhere or do something, by typing a few letters of it. */
export function Palette() {
  const say = useWords('frame');
  const engine = useEngine();
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState(false);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      transitionProps={{ duration: 80 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.25 }}
      lockScroll={false}
      centered={false}
      yOffset="14vh"
      attributes={{ content: { 'aria-label': say('palette.label') } }}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => {
        setOpened(false);
        void engine.registers.paletteLeft('search');
      }}
    >
      <Spotlight.Search placeholder={say('palette.placeholder')} aria-label={say('palette.label')} />
      <Spotlight.ActionsList>{opened ? <Offers query={query.trim()} /> : null}</Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Offers({ query }: { query: string }) {
  const say = useWords('frame');
  const engine = useEngine();
  const found = useFound(query);
  const fitting = offered.filter((name) => isAnswered(name) && contains(say(`commands.${name}`), query));
  useShownMarking(found.map((one) => one.level));
  const run = (name: Command) => {
    void engine.registers.paletteLeft('command');
    window.setTimeout(() => runCommand(name), 0);
  };
  if (fitting.length === 0 && found.length === 0 && query === '') return <Spotlight.Empty>{say('palette.nothing')}</Spotlight.Empty>;
  return (
    <>
      {recordKinds.map((kind) => (
        <FoundOfKind key={kind} kind={kind} found={found.filter((one) => one.kind === kind)} />
      ))}
      {fitting.length === 0 ? null : (
        <Spotlight.ActionsGroup label={say('palette.commands')}>
          {fitting.map((name) => (
            <Spotlight.Action key={name} onClick={() => run(name)}>
              <span className={classes['offer']}>
                {say(`commands.${name}`)}
                {keysOf[name] === undefined ? null : <Kbd keys={keysOf[name]} />}
              </span>
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      )}
      {query === '' ? null : <FoundInTexts query={query} besides={found.map((one) => one.path)} />}
    </>
  );
}

interface Found {
  readonly kind: RecordKind;
  readonly title: string;
  readonly level: MarkingId;
  readonly path: string;
}

function FoundOfKind({ kind, found }: { kind: RecordKind; found: readonly Found[] }) {
  const say = useWords('records');
  const [, go] = useLocation();
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={say(`kindsMany.${kind}`)}>
      {found.map((one) => (
        <Spotlight.Action key={one.path} onClick={() => go(one.path)}>
          <span className={classes['offer']}>
            <span className={classes['title']}>{one.title}</span>
            <MarkingBadge level={one.level} />
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** Records whose title holds what was typed; none before a letter is typed. */
function useFound(query: string): readonly Found[] {
  const found = useEngineQueryKept(['records', 'any', 'palette', query], (engine) => engine.lists.byName([], query, mostOfKind), { enabled: query !== '' }).data ?? [];
  return query === '' ? [] : found.map(({ record, kind, title, level }) => ({ kind, title, level, path: pathOfRecord(kind, record) }));
}
