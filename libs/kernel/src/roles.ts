/** The roles that Quittance knows. `importer` is a right beside others: it may state when an imported history was recorded. */
export const ROLES = ['clerk', 'manager', 'analyst', 'auditor', 'admin', 'importer'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (text: unknown): text is Role => (ROLES as readonly unknown[]).includes(text);
