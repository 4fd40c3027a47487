/** Xero gives journals to few apps, and refuses reports and journals to a Standard user without the reports role (xero-facts 2.8, 2.11). */
export const accessRequirements = (scope: string): string =>
	[
		scope === 'accounting.journals.read'
			? 'Xero gives journals only to apps on its Advanced tier and above, on application.'
			: '',
		/^accounting\.(reports|journals|manualjournals)/.test(scope)
			? 'A Standard user needs the role for reports, which journals take as well.'
			: '',
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
