/** One value that may not be there. */
export class Cell<Value> {
	value = $state.raw<Value>();
}
