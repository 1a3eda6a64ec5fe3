export { recordExchange } from '../../verification/exchange';
