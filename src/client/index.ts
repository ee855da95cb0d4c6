export * from '../errors.ts';
export {
  createSupportClient,
  type SupportClient,
  type SupportClientOptions,
} from './supportClient.ts';
