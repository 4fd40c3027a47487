import type { OperationContext, OutputItem } from '../shared/model/context';

/**
 * A file with its content in a binary field: name and type are asked first, as the content comes without them.
 * @returns one row: what Xero says of the file, and its bytes as they are
 */
export async function download(call: OperationContext): Promise<OutputItem[]> {
	const path = call.path.replace(/\/Content$/, '');
	const [json = {}] = call.recordsIn(await call.request({ path, confirmedBy: 'Id' }));
	const name = String(json.Name);
	const { body } = await call.request({ path: call.path, binary: true, headers: { Accept: 'application/octet-stream' } });
	const data = Buffer.isBuffer(body) ? body : Buffer.from(body as ArrayBuffer);
	if (data.length === 0 && Number(json.Size ?? 1) > 0)
		call.refuse({ says: `${name} came without content`, todo: 'Run again later', state: 'refused' });
	const target = String(call.options.binaryPropertyName ?? 'data');
	return [{ json, binary: { [target]: await call.toBinary(data, name, String(json.MimeType ?? 'application/octet-stream')) } }];
}
