export {
  type Conversation,
  type Said,
  type SmtpMail,
  type SmtpServerAddress,
  sendBySmtp,
  serverAddressOf,
} from './smtp-client.ts';
