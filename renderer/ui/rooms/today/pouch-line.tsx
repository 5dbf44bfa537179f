import { Link } from 'wouter';
import { useEngineQuery, useMe } from '../../engine-client/engine-context.tsx';
import { channelInWords } from '../../kit/channel-words.ts';
import { paths } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';
import { joined } from '../../words/joined.ts';

/** One line on the state of the pouch. */
export function PouchLine() {
  const say = useWords('today');
  const alone = useMe()?.standing === 'alone';
  const kit = useWords('kit');
  const channel = useEngineQuery(['pouch', 'channel'], (engine) => engine.pouch.channel()).data;
  const pouch = useEngineQuery(['today'], (engine) => engine.notebook.today()).data?.pouch;
  if (alone) return say('pouch-alone');
  if (pouch === undefined || pouch === null) return null;
  if (pouch.goes + pouch.stays === 0) return say('pouch-empty');
  return (
    <Link href={paths.pouch}>
      {joined(
        pouch.goes > 0 ? say('pouch-goes', { count: pouch.goes }) : '',
        pouch.stays > 0 ? say('pouch-stays', { count: pouch.stays }) : '',
        channel === undefined ? '' : channelInWords(channel, kit),
      )}
    </Link>
  );
}
