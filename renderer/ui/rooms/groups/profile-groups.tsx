import { useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { ListGroup } from '../../kit/list-group.tsx';
import { ListRow } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { listed } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';

/** Groups of the signed profile that nobody has described yet: they are there all the same. */
export function ProfileGroups() {
  const say = useWords('groups');
  const surroundings = useSurroundings();
  const groups = surroundings?.jwgs ?? [];
  const described = useEngineQuery(['records', 'jwg', 'described'], (engine) => engine.notebook.list('jwg')).data;
  const waiting = described === undefined ? [] : groups.filter((one) => !described.some((row) => row.value.jwg === one.id));
  const [lowest] = surroundings?.markings ?? [];
  if (waiting.length === 0 || lowest === undefined) return null;
  return (
    <ListGroup title={say('ofProfile')}>
      {waiting.map((one) => (
        <ListRow key={one.id} to={paths.group(one.id)} level={lowest.id} title={one.name} facts={listed([...new Set(one.members.map(({ country }) => countryName(country)))])} />
      ))}
    </ListGroup>
  );
}
