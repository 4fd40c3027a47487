import type { SandboxApp } from './contract';
import type { Connections } from './identity/connections';
import type { SandboxApi, SandboxRequest } from './route';

/** GET /connections and DELETE /connections/{id}: they need a token, but neither scope nor organisation, and count for no limit. */
export function connectionsApi(apps: readonly SandboxApp[], connections: Connections): SandboxApi {
	const appOf = ({ clientId }: SandboxRequest): SandboxApp => {
		const app = apps.find((candidate) => candidate.clientId === clientId);
		if (app === undefined) throw new Error(`No app ${clientId}`);
		return app;
	};
	const refuse = (status: number, title: string, detail: string): unknown => ({
		Type: null,
		Title: title,
		Status: status,
		Detail: detail,
	});
	return {
		name: 'Identity',
		basePath: '/connections',
		routes: [
			{
				operationId: 'getConnections',
				method: 'GET',
				path: '/',
				scopes: [],
				noTenant: true,
				handle(request) {
					const { authEventId } = request.query;
					const all = connections.list(appOf(request), request.userId);
					return { body: all.filter((connection) => authEventId === undefined || connection.authEventId === authEventId) };
				},
			},
			{
				operationId: 'deleteConnection',
				method: 'DELETE',
				path: '/{id}',
				scopes: [],
				noTenant: true,
				handle(request) {
					if (connections.remove(appOf(request), request.userId, request.params['id'] ?? '')) return { status: 204 };
					return { status: 404, body: refuse(404, 'NotFound', 'The connection does not exist.') };
				},
			},
		],
		refuse,
		records: () => [],
	};
}
