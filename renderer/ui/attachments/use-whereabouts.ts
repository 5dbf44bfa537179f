import { useQueryClient } from '@tanstack/react-query';
import type { Attachment } from '../../../core/records/parts.ts';
import type { Whereabouts } from '../../engine/api.ts';
import { useEngineQuery } from '../engine-client/engine-context.tsx';
import type { Attachments } from './attachment-list.ts';

/** Which of the files are on this laptop. Asked again after every delivery. */
export function useWhereabouts(list: Attachments): { readonly of: (one: Attachment) => Whereabouts | null; readonly look: () => void } {
  const client = useQueryClient();
  const files = list.flatMap((one) => (one.file === null ? [] : [one.file]));
  const key = ['pouch', 'files', files.map((one) => one.root).join()] as const;
  const answer = useEngineQuery(key, (engine) => engine.files.whereabouts(files), { enabled: files.length > 0 }).data;
  return {
    of: (one) => {
      const index = files.findIndex((file) => file.root === one.file?.root);
      return one.file === null ? 'elsewhere' : (answer?.[index] ?? null);
    },
    look: () => void client.invalidateQueries({ queryKey: ['pouch', 'files'] }),
  };
}
