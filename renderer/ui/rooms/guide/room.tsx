import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { useCommand } from '../../kit/commands.ts';
import { contains, wordsThatBegin } from '../../kit/contains.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { markOnPage } from '../../kit/found-words.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { DetailPage, ListHead, PageHead, RoomLayout } from '../../kit/room-layout.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { languageNow, type Language } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { chaptersOf, type Chapter } from './chapters.ts';
import classes from './guide.module.css';
import { MarkdownText } from './markdown-text.tsx';

/** The guide as it stands in the repository, shipped with the app; each language is loaded when it is read. */
const guides: Readonly<Record<Language, () => Promise<{ readonly default: string }>>> = {
  en: () => import('../../../../docs/user-guide.md?raw'),
  fr: () => import('../../../../docs/user-guide.fr.md?raw'),
};

/** The user guide, part by part, in the language of the interface. Needs no network. */
export function GuideRoom() {
  const say = useWords('guide');
  const chapters = useChapters(languageNow());
  if (chapters === null) return null;
  return (
    <RoomLayout
      listLabel={say('parts')}
      list={<Parts chapters={chapters} />}
      detailLabel={say('reading')}
      detail={
        <Switch>
          <Route path={`${paths.guide}/:at`}>{({ at }) => <Part key={at} chapters={chapters} at={Number(at)} />}</Route>
          <Route>
            <Part chapters={chapters} at={0} />
          </Route>
        </Switch>
      }
    />
  );
}

function useChapters(language: Language): readonly Chapter[] | null {
  const [read, setRead] = useState<{ readonly language: Language; readonly chapters: readonly Chapter[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    guides[language]().then(
      (guide) => wanted && setRead({ language, chapters: chaptersOf(guide.default) }),
      () => tellFailure({ code: 'broken' }),
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return read?.language === language ? read.chapters : null;
}

/** The parts that say what is looked for; what was found is marked in what is read. */
function Parts({ chapters }: { chapters: readonly Chapter[] }) {
  const say = useWords('guide');
  const [location, go] = useLocation();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommand('find-here', () => field.current?.focus());
  const shown = [...chapters.entries()].filter(([, chapter]) => contains(chapter.text, typed));
  const found = typed.trim() === '' ? [] : [...new Set(shown.flatMap(([, chapter]) => wordsThatBegin(chapter.text, typed)))];
  const marked = found.join(' ');
  useEffect(() => {
    markOnPage(paths.guide, marked === '' ? [] : marked.split(' '));
  }, [marked]);
  useEffect(() => () => markOnPage(paths.guide, []), []);
  const openFirst = (event: KeyboardEvent) => {
    const first = shown[0];
    if (event.key === 'Enter' && first !== undefined) go(paths.guidePart(String(first[0])));
  };
  return (
    <div className={classes['list']}>
      <ListHead>
        <TextInput ref={field} aria-label={say('find')} placeholder={say('find')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={openFirst} />
      </ListHead>
      <p className={classes['count']} role="status">
        {typed.trim() === '' ? '' : say('found', { count: shown.length, of: chapters.length })}
      </p>
      {shown.length === 0 ? <EmptyState>{say('nothing')}</EmptyState> : null}
      <RowList label={say('parts')}>
        {shown.map(([at, chapter]) => (
          <ListRow key={chapter.title} to={paths.guidePart(String(at))} level={null} title={chapter.title} current={location === paths.guidePart(String(at)) || (at === 0 && location === paths.guide)} />
        ))}
      </RowList>
    </div>
  );
}

function Part({ chapters, at }: { chapters: readonly Chapter[]; at: number }) {
  const say = useWords('guide');
  const chapter = chapters[at];
  const [before, after] = [chapters[at - 1], chapters[at + 1]];
  if (chapter === undefined) return <EmptyState>{say('gone')}</EmptyState>;
  return (
    <DetailPage>
      <PageHead title={chapter.title} />
      <div className={classes['prose']}>
        <MarkdownText blocks={chapter.blocks} />
      </div>
      <nav className={classes['turn']} aria-label={say('turn')}>
        {before === undefined ? <span /> : <Link href={paths.guidePart(String(at - 1))}>{say('before', { title: before.title })}</Link>}
        {after === undefined ? null : <Link href={paths.guidePart(String(at + 1))}>{say('after', { title: after.title })}</Link>}
      </nav>
    </DetailPage>
  );
}
