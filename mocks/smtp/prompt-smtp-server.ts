import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';

/**
 * smtp-server 3.21.6 lets every new connection wait 100 ms for its greeting, to catch clients that talk first
 * (`SMTPConnection.init`), and has no option for it. Here the greeting comes at once; who talks before it is still refused.
 */
class PromptConnection extends SMTPConnection {
  override init(): void {
    this._setListeners(() => this.connectionReady());
  }

  /** The replies of one turn of the loop leave together: a client that pipelines is answered in one packet, not in four. */
  override send(...[code, data, context]: Parameters<SMTPConnection['send']>): void {
    const socket = this._socket;
    socket.cork();
    super.send(code, data, context);
    // What follows the 220 of STARTTLS is written by another socket.
    if (code === 220) socket.uncork();
    else setImmediate(() => socket.uncork());
  }
}

/** An SMTP server whose connections greet at once. */
export class PromptSmtpServer extends SMTPServer {
  constructor(options: SMTPServerOptions) {
    super(options);
    // A client that goes away in the middle is no failure of the server.
    this.on('error', () => undefined);
  }

  override connect(...[socket, details]: Parameters<SMTPServer['connect']>): void {
    const connection = new PromptConnection(this, socket, details ?? {});
    this.connections.add(connection);
    connection.on('error', (error: Error) => this._onError(error));
    connection.init();
  }
}
