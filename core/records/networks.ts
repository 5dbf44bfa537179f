/**
 * Networks, desks and offices of cooperation that an authority or a contact may belong to. A
 * membership says in which role: being a contact point of EJN is not being its tool correspondent.
 */
export const networks = [
  'siena-desk', 'interpol-ncb', 'ejn-contact-point', 'eurojust-national-desk', 'eurojust-contact-point', 'eurojust-liaison-prosecutor', 'eppo',
  'europol-national-unit', 'europol-liaison-officer', 'liaison-officer', 'liaison-magistrate', 'ilecu', 'selec', 'seepag', 'pcc-see', 'carin', 'bamin',
  'empact', 'witness-protection', 'prosecutors-network', 'police-cooperation', 'national-project', 'other',
] as const;
export type Network = (typeof networks)[number];
