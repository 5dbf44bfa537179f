import actions from './actions.json' with { type: 'json' };
import advisory from './advisory.json' with { type: 'json' };
import arrivals from './arrivals.json' with { type: 'json' };
import attachments from './attachments.json' with { type: 'json' };
import byHand from './byHand.json' with { type: 'json' };
import cases from './cases.json' with { type: 'json' };
import conflicts from './conflicts.json' with { type: 'json' };
import contacts from './contacts.json' with { type: 'json' };
import diagram from './diagram.json' with { type: 'json' };
import exporting from './export.json' with { type: 'json' };
import failures from './failures.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import gate from './gate.json' with { type: 'json' };
import groups from './groups.json' with { type: 'json' };
import guide from './guide.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import { kindWords as kinds } from './kinds/index.ts';
import imports from './imports.json' with { type: 'json' };
import indicators from './indicators.json' with { type: 'json' };
import invitations from './invitations.json' with { type: 'json' };
import kit from './kit.json' with { type: 'json' };
import laptop from './laptop.json' with { type: 'json' };
import lowering from './lowering.json' with { type: 'json' };
import meetings from './meetings.json' with { type: 'json' };
import notes from './notes.json' with { type: 'json' };
import pouch from './pouch.json' with { type: 'json' };
import pouchState from './pouchState.json' with { type: 'json' };
import protection from './protection.json' with { type: 'json' };
import reasons from './reasons.json' with { type: 'json' };
import records from './records.json' with { type: 'json' };
import registers from './registers.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import requests from './requests.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import series from './series.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import subjects from './subjects.json' with { type: 'json' };
import timeline from './timeline.json' with { type: 'json' };
import today from './today.json' with { type: 'json' };

/** English: the language that every other is measured by. One file for each room. */
export const english = {
  actions, advisory, arrivals, attachments, byHand, cases, conflicts, contacts, diagram, export: exporting, failures, frame, gate, groups, guide, history, imports, indicators, invitations, kinds, kit, laptop, lowering, meetings, notes, pouch, pouchState, protection, reasons, records, registers, report, requests, search, series, settings, subjects, timeline, today,
} as const;
