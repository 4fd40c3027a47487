import type { Desk } from '../desk';

/** Every attachment operation of a record, with a file that is refused. */
export function attachments(call: Desk['call'], record: string): void {
	call('PUT', `${record}/Attachments/scan.png`, Buffer.from('bytes'), { headers: { 'content-type': 'image/png' } });
	call('POST', `${record}/Attachments/scan.png`, Buffer.from('more bytes'), { headers: { 'content-type': 'image/png' } });
	const id = call('GET', `${record}/Attachments`).id('Attachments.0.AttachmentID');
	call('GET', `${record}/Attachments/${id}`);
	call('GET', `${record}/Attachments/scan.png`);
	call('PUT', `${record}/Attachments/empty.png`, Buffer.alloc(0));
}

/** Both history operations of a record, with a note that is refused. */
export function history(call: Desk['call'], record: string): void {
	call('PUT', `${record}/History`, { HistoryRecords: [{ Details: 'Called the customer.' }] });
	call('PUT', `${record}/History`, { HistoryRecords: [{ Details: '' }] });
	call('GET', `${record}/History`);
}
