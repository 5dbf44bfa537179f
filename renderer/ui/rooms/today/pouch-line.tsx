import { Link } from 'wouter';
import { useEngineQuery, useMe } from '../../engine-client/engine-context.tsx';
import { channelInWords } from '../../kit/channel-words.ts';
import { sayingInWords, usePouchSayings } from '../../kit/pouch-words.ts';
import { paths } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';
import { joined } from '../../words/joined.ts';

/** One line on the state of the pouch. */
export function PouchLine() {
  const say = useWords('today');
  const alone = useMe()?.standing === 'alone';
  const kit = useWords('kit');
  const channel = useEngineQuery(['pouch', 'channel'], (engine) => engine.pouch.channel()).data;
  const state = useWords('pouchState');
  const sayings = usePouchSayings(useEngineQuery(['today'], (engine) => engine.notebook.today()).data?.pouch);
  if (alone) return say('pouch-alone');
  if (sayings.length === 0) return null;
  return (
    <Link href={paths.pouch}>
      {joined(channel === undefined ? '' : channelInWords(channel, kit), ...sayings.map((one) => sayingInWords(one, state)))}
    </Link>
  );
}
