import { Button } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';
import { droppedFiles, holdsFiles, type Dropped } from '../../attachments/dropped-files.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { Section } from '../../kit/section.tsx';
import { tell } from '../../kit/undo.ts';
import { useWords } from '../../words/words.ts';
import { changeImport, importState } from './import-state.ts';
import type { Refusal } from './fitting-files.ts';
import classes from './imports.module.css';

/** Other files may have other columns and letters: what was said of those before does not hold. */
function add(came: readonly Dropped[]): void {
  if (came.length > 0) changeImport({ chosen: [...importState.get().chosen, ...came], columns: {}, without: [], meetingTitle: null, encoding: null, failure: null });
}

function takeOut(gone: Dropped): void {
  changeImport({ chosen: importState.get().chosen.filter((one) => one !== gone), columns: {}, without: [], failure: null });
}

/** The files, chosen or dropped, each with its size and, where it cannot be taken, the reason. */
export function ChosenFiles({ refusals }: { refusals: readonly (Refusal | null)[] }) {
  const say = useWords('imports');
  const { chosen } = importState.use();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((came) => {
      if (came.unreadable > 0) tell(say('unreadable', { count: came.unreadable }));
      add(came.files);
    });
  };
  const drag = (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={classes['target']} data-over={over || undefined} data-testid="import-target" onDragEnter={drag} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <Section title={say('files')} count={chosen.length} acts={<Choose />}>
        {chosen.length === 0 ? null : (
          <ul className={classes['scroll']} aria-label={say('files')} tabIndex={0}>
            {chosen.map((one, index) => (
              <FileRow key={index} chosen={one} refusal={refusals[index] ?? null} />
            ))}
          </ul>
        )}
        <p className={classes['quiet']}>{say('drop')}</p>
      </Section>
    </div>
  );
}

function FileRow({ chosen, refusal }: { chosen: Dropped; refusal: Refusal | null }) {
  const say = useWords('imports');
  return (
    <li className={classes['file']}>
      <span className={classes['name']}>{chosen.name}</span>
      <span className={classes['size']}>{sizeInWords(chosen.file.size)}</span>
      <Button size="compact-xs" variant="subtle" aria-label={say('remove', { name: chosen.name })} onClick={() => takeOut(chosen)}>
        ×
      </Button>
      {refusal === null ? null : <span className={classes['refusal']}>{say(`refused.${refusal.code}`, { limit: refusal.limit })}</span>}
    </li>
  );
}

function Choose() {
  const say = useWords('imports');
  const { chosen } = importState.use();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    add([...(input.files ?? [])].map((file) => ({ file, name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath.split('/').slice(1).join('/') })));
    // The same file can be chosen again.
    input.value = '';
  };
  return (
    <span className={classes['acts']}>
      {chosen.length === 0 ? null : <Button size="compact-sm" variant="subtle" onClick={() => changeImport({ chosen: [], columns: {}, without: [], encoding: null, becomes: null, failure: null })}>{say('clear')}</Button>}
      <Button size="compact-sm" variant="subtle" onClick={() => folder.current?.click()}>{say('folder')}</Button>
      <Button size="compact-sm" variant={chosen.length === 0 ? 'filled' : 'default'} onClick={() => files.current?.click()}>{say('choose')}</Button>
      <input ref={files} type="file" multiple hidden aria-hidden tabIndex={-1} data-testid="import-files" onChange={(event) => take(event.currentTarget)} />
      <input ref={folder} type="file" multiple hidden aria-hidden tabIndex={-1} data-testid="import-folder" {...{ webkitdirectory: '' }} onChange={(event) => take(event.currentTarget)} />
    </span>
  );
}
