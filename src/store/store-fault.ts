/** Why the operational store does not open, or is not to be used any more. The text says what to do. */
export class StoreFault extends Error {
  constructor(
    readonly code: 'network-file-system' | 'unreadable' | 'unreachable' | 'not-durable' | 'newer' | 'not-synced',
    message: string,
  ) {
    super(message);
    this.name = 'StoreFault';
  }
}
