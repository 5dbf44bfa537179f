import { z } from 'zod';

/** The two multi-country projects of the programme. */
export const projects = ['prosecutors-network', 'police-cooperation'] as const;
export type Project = (typeof projects)[number];

/**
 * The project that a record is counted for. One value and not a list: what is counted for one can
 * never be counted for the other. Unsaid, it follows from the case, then from the group's page
 * (core/report/belonging.ts).
 */
export const project = z.enum(projects).nullable().default(null);
