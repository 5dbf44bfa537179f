import type { SubjectSchema } from './link-graph.ts';

/** The outline of a node tells the family of a subject, the sign in it what it is; words say it too. */
export type NodeOutline = 'circle' | 'square' | 'octagon' | 'hexagon' | 'pentagon' | 'diamond';

export interface SubjectSign {
  readonly outline: NodeOutline;
  /** Lines to be stroked, as path data within a square of 24 by 24. */
  readonly lines: string;
}

/** Who is round, what is an organisation is square, things have eight corners, numbers and accounts six, places five, events four. */
const signs: Readonly<Record<SubjectSchema, SubjectSign>> = {
  Person: { outline: 'circle', lines: 'M12 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7M5 20c0-4.2 2.8-6.5 7-6.5s7 2.3 7 6.5' },
  Organization: { outline: 'square', lines: 'M8.5 5a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6M3 18.5c0-3.6 2.1-5.6 5.5-5.6s5.5 2 5.5 5.6M15.5 5.6a2.5 2.5 0 0 1 0 4.8M17 13.2c2.6.5 4 2.3 4 5.3' },
  Company: { outline: 'square', lines: 'M3.5 8h17v11.5h-17zM9 8V5h6v3M3.5 13h17M12 12v2' },
  PublicBody: { outline: 'square', lines: 'M3.5 9.5L12 4.5l8.5 5zM5 19.5h14M6.5 9.5v7.5M12 9.5v7.5M17.5 9.5v7.5M5 17h14' },
  Vehicle: { outline: 'octagon', lines: 'M3.5 16.5v-4l2-1.2L7.5 7h9l2 4.3l2 1.2v4zM6.5 11.3h11M7.5 15.2a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0-3.2M16.5 15.2a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0-3.2' },
  Vessel: { outline: 'octagon', lines: 'M3.5 13.5h17l-2.5 5.5h-12zM7 13.5V9h10v4.5M11 9V5.5h2.5V9' },
  Airplane: { outline: 'octagon', lines: 'M12 3.5c.9 0 1.3 1 1.3 2.2v3.6l7.2 4.7v2l-7.2-2.2v4l2.2 1.6v1.4L12 19.8l-3.5 1v-1.4l2.2-1.6v-4L3.5 16v-2l7.2-4.7V5.7c0-1.2.4-2.2 1.3-2.2z' },
  PhoneNumber: { outline: 'hexagon', lines: 'M8 3.5h8v17H8zM8 6.5h8M8 16.5h8M11.3 18.6h1.4' },
  Identification: { outline: 'octagon', lines: 'M3.5 6h17v12.5h-17zM8.5 9a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 1 1 0-3.4M5.8 16c.2-1.5 1.2-2.2 2.7-2.2s2.5.7 2.7 2.2M14 10h4M14 13h4M14 16h2.5' },
  Firearm: { outline: 'octagon', lines: 'M3.5 7.5h17v4h-8.3l-.7 2.2H9.3L7.8 18.5H3.8l1.7-7h-2zM12.2 11.5v1.2' },
  BankAccount: { outline: 'hexagon', lines: 'M3.5 6.5h17v11.5h-17zM3.5 9.8h17M6.5 14.5h4M15 14.5h2.5' },
  CryptoWallet: { outline: 'hexagon', lines: 'M12 3.8a8.2 8.2 0 1 1 0 16.4a8.2 8.2 0 1 1 0-16.4M9.5 8h3.7a2 2 0 0 1 0 4H9.5zM9.5 12h4.2a2 2 0 0 1 0 4H9.5zM11 6.5V8M11 16v1.5M13 6.5V8M13 16v1.5' },
  Address: { outline: 'pentagon', lines: 'M12 20.5c-4-4.6-6-8-6-10.6a6 6 0 0 1 12 0c0 2.6-2 6-6 10.6zM12 7.7a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4' },
  Event: { outline: 'diamond', lines: 'M4.5 6h15v13.5h-15zM4.5 10h15M8.5 4v3.5M15.5 4v3.5M9.5 14.7l1.8 1.8l3.4-3.4' },
  RealEstate: { outline: 'pentagon', lines: 'M4 11.5L12 5l8 6.5M6 10v9.5h12V10M10 19.5v-5h4v5' },
  UserAccount: { outline: 'hexagon', lines: 'M12 8.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8M15.4 8.6v4.6c0 1.6.9 2.4 2.1 2.4c1.6 0 2.7-1.4 2.7-3.6a8.2 8.2 0 1 0-3.3 6.6' },
};

export function signOf(schema: SubjectSchema): SubjectSign {
  return signs[schema];
}

/** Corners of the outlines, as parts of the radius from the middle; a circle has none. */
const corners: Readonly<Record<Exclude<NodeOutline, 'circle'>, readonly (readonly [x: number, y: number])[]>> = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  diamond: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  pentagon: [[0, -1.05], [1, -0.3], [0.65, 0.9], [-0.65, 0.9], [-1, -0.3]],
  hexagon: [[-0.55, -0.95], [0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95], [-1.1, 0]],
  octagon: [[-0.4, -0.95], [0.4, -0.95], [0.95, -0.4], [0.95, 0.4], [0.4, 0.95], [-0.4, 0.95], [-0.95, 0.4], [-0.95, -0.4]],
};

/** The corners of an outline for those who draw it themselves; `null` for a circle. */
export function cornersOf(outline: NodeOutline): readonly (readonly [x: number, y: number])[] | null {
  return outline === 'circle' ? null : corners[outline];
}
