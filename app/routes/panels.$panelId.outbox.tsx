import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MailTable } from '~/components/follow-up/mail-table'
import { DoneNotice } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { pagesOf } from '~/domain/abilities'
import { occasions, type Occasion } from '~/domain/follow-up/notices'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Outbox of ${data?.panel.name ?? 'a panel'} – Panelroom` },
]

const panelKept = async (args: LoaderFunctionArgs | ActionFunctionArgs) => {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  if (!panel || !pagesOf(found.viewer.role).outbox) throw orRefuse(notFound)
  return { session, services, panel }
}

export async function loader(args: LoaderFunctionArgs) {
  const { session, services, panel } = await panelKept(args)
  const mails = await services.outbox.ofPanel(panel.id)
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    isSetUp: services.mailSender.isSetUp,
    failed: await services.outbox.failedIn(panel.id),
    mails: mails.map((mail) => ({
      ...mail,
      occasion: occasions[mail.occasion as Occasion] ?? mail.occasion,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { services, panel } = await panelKept(args)
  const form = await args.request.formData()
  const mailId = form.get('mailId')
  if (form.get('all') === 'failed') {
    await services.outbox.sendAllAgain(panel.id)
    return redirect(`/panels/${panel.id}/outbox?done=all`, 303)
  }
  if (!(await services.outbox.sendAgain(panel.id, typeof mailId === 'string' ? mailId : '')))
    throw orRefuse(notFound)
  return redirect(`/panels/${panel.id}/outbox?done=again`, 303)
}

const doneWords = {
  again: 'It goes out again shortly.',
  all: 'Everything that failed goes out again shortly.',
}

export default function OutboxPage() {
  const { name, done, panel, isSetUp, failed, mails } = useLoaderData<typeof loader>()
  const waiting = mails.filter((mail) => mail.state === 'waiting').length
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Outbox' },
      ]}
    >
      <DoneNotice done={done} words={doneWords} />
      <h1>
        <span className="caption">{panel.name}</span>
        Outbox
      </h1>
      <p className="quiet">
        Mail says that something is waiting and gives a link: no name, no case, nothing that was recorded.
        What happens close together goes to a person as one mail.
      </p>
      {isSetUp ? null : (
        <p className="notice">
          No mail server is set up, so nothing goes out:{' '}
          {waiting === 1 ? '1 mail waits' : `${waiting} mails wait`} here. Tell people yourself, or ask
          whoever runs this server to set SMTP_URL and MAIL_FROM.
        </p>
      )}
      {failed > 1 ? (
        <form method="post" className="notice warning">
          <p>{failed} mails were given up after several tries.</p>
          <button type="submit" name="all" value="failed">
            Send all {failed} again
          </button>
        </form>
      ) : null}
      <MailTable mails={mails} isSetUp={isSetUp} />
    </PageFrame>
  )
}
