import { decideExport, type ExportDestination } from '../../../core/clearance/export.ts';
import type { Instant, JwgId } from '../../../core/ids.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { Safeguards } from '../../../core/records/parts.ts';
import { failed } from '../../../core/result.ts';
import type { NotebookApi } from '../api.ts';
import type { OpenPouch } from '../pouch-seam/pouch-ground.ts';
import type { FilesApi, LeaveRequest } from './files-api.ts';
import { Intake, type IntakeParts } from './intake.ts';

export interface FilesParts extends IntakeParts {
  readonly now: () => Instant;
  readonly notebook: NotebookApi;
  readonly pouch: OpenPouch;
  readonly profile: () => OrganisationProfile | null;
}

export interface OpenFiles {
  readonly api: FilesApi;
  /** Stops what is under way. */
  close(): void;
}

/** Attached files from unlock to lock. */
export function createFiles(parts: FilesParts): OpenFiles {
  const { pieces } = parts;
  const intake = new Intake(parts);
  const running = new Map<string, AbortController>();
  // What was left half taken waits for nothing and keeps nobody waiting.
  void intake.cleanUp().catch(() => undefined);

  async function stoppable<Value>(name: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const stop = new AbortController();
    running.set(name, stop);
    try {
      return await work(stop.signal);
    } finally {
      if (running.get(name) === stop) running.delete(name);
    }
  }

  return {
    api: {
      take: (request) => stoppable(request.intake, (signal) => intake.take(request, signal)),
      stop: async (name) => running.get(name)?.abort(),
      async whereabouts(files) {
        return Promise.all(
          files.map(async (file) => {
            const list = await pieces.list(file);
            if (!list.ok) return 'elsewhere';
            return (await pieces.missing(file, list.value)).length === 0 ? 'here' : 'partly';
          }),
        );
      },
      piece: (file, index) => pieces.open(file, index),
      fetch: (record, file) =>
        stoppable(file.id, async (signal) => {
          const tell = (done: number, total: number) => parts.emit({ type: 'file', name: file.id, done, total });
          return parts.pouch.fetchFile({ record, file, signal, tell });
        }),
      refusals: (request) => refusals(request, parts),
    },
    close: () => running.forEach((one) => one.abort()),
  };
}

async function refusals(request: LeaveRequest, parts: FilesParts): ReturnType<FilesApi['refusals']> {
  const saved = request.record === null ? failed('not-found') : await parts.notebook.open(request.kind, request.record);
  const value = (saved.ok ? saved.value.value : {}) as { readonly safeguards?: Safeguards; readonly jwg?: JwgId | null };
  const group = parts.profile()?.jwgs.find((one) => one.id === value.jwg);
  const destination: ExportDestination = {
    purpose: request.purpose,
    recipients: group?.members ?? [],
    includesThirdCountries: group?.includesThirdCountries ?? false,
    h3Confirmed: request.h3Confirmed,
  };
  const decision = decideExport(value.safeguards ?? request.safeguards, destination, parts.now());
  return decision.verdict === 'allowed' ? [] : decision.reasons;
}
