/** Why the operational store does not open. The text says what to do. */
export class StoreFault extends Error {
  constructor(
    readonly code: 'network-file-system' | 'unreadable' | 'unreachable' | 'not-durable' | 'newer',
    message: string,
  ) {
    super(message);
    this.name = 'StoreFault';
  }
}
