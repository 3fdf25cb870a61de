/** Whether this browser gives the camera to this page without asking people; false where it does not say. */
export async function cameraIsAllowed(): Promise<boolean> {
	try {
		return (await navigator.permissions.query({ name: 'camera' })).state === 'granted';
	} catch {
		return false;
	}
}
