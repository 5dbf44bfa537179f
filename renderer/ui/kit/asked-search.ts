import type { SearchQuestion } from '../../engine/api.ts';
import { outsideStore } from './outside-store.ts';

/** What was asked last, so that one comes back to the same results. Gone with the page when the notebook is locked. */
export const askedSearch = outsideStore<SearchQuestion>({ text: '' });
