import { columns, counted } from '../../scripts/columns';

test('A column is as wide as its longest name, and what stands last in a row is not padded', () => {
	const rows = [
		['Rows to invoices', 'http://localhost:5678/workflow/1'],
		['What Tūī Street Bakery and every other café still owes us today', 'http://localhost:5678/workflow/2'],
	];
	expect(rows.map(columns(rows))).toEqual([
		'Rows to invoices                                                 http://localhost:5678/workflow/1',
		'What Tūī Street Bakery and every other café still owes us today  http://localhost:5678/workflow/2',
	]);
});

test('A row that is not among those that were measured is laid out beside them', () => {
	const row = columns([['Read Back', '1 call']]);
	expect(row(['Read Back', '12 calls', '→ 1 item'])).toBe('Read Back  12 calls  → 1 item');
	expect(row(['', '1 call to Xero'])).toBe('           1 call to Xero');
});

test('Things are counted as people say it', () => {
	expect([counted(0, 'item'), counted(1, 'item'), counted(2, 'item'), counted(4997, 'call')]).toEqual([
		'0 items',
		'1 item',
		'2 items',
		'4,997 calls',
	]);
});
