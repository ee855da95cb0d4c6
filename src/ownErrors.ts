import { PenguinMailsError } from './baseError.ts';

/** No response: no network, connection refused or reset, or blocked by the browser. */
export class NetworkError extends PenguinMailsError {
  override readonly name = 'NetworkError';
  override readonly retryable = true;
}

/** A wrong option. `option`: its path, such as `launcher.position`. */
export class ConfigurationError extends PenguinMailsError {
  override readonly name = 'ConfigurationError';
  readonly option: string;

  constructor(message: string, option: string) {
    super(message, { code: 'CONFIGURATION_ERROR' });
    this.option = option;
  }
}
