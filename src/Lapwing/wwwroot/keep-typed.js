// Keeps what is typed into a form on the server, every few seconds and when a field is left. Nothing is ever put into this browser's storage.
const form = document.querySelector('form[data-kept-as-typed]')
const status = document.querySelector('[data-kept-status]')
const every = 4000

if (form && status) {
  let typed = 0, kept = 0, busy = false, timer = 0, leaving = false, sending = null

  const say = words => { if (status.textContent !== words) status.textContent = words }

  const keep = async () => {
    clearTimeout(timer)
    timer = 0
    if (busy || leaving || kept === typed) return
    busy = true
    const now = typed
    try {
      const answer = await fetch(new URL(form.dataset.keptAsTyped, location.href), {
        method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-Kept-As-Typed': '1' }, redirect: 'manual', credentials: 'same-origin', cache: 'no-store'
      })
      const isOurs = answer.status === 202 && (answer.headers.get('content-type') || '').startsWith('application/json')
      if (leaving) return
      if (!isOurs) {
        say(answer.status === 404 || answer.status === 403 ? 'Not saved: you may no longer open this file.'
          : answer.status >= 500 ? 'Not saved: the server had a fault. Trying again.'
            : 'Not saved: your session has ended. Sign in in another tab, then go on typing here.')
      } else {
        const told = await answer.json()
        if (told.saved) {
          form.elements.draft.value = told.draft
          form.elements.Version.value = told.version
          kept = now
          say('Saved at ' + told.at + (told.note ? ' ' + told.note : ''))
        } else {
          say('Not saved: ' + told.note)
        }
      }
    } catch {
      if (!leaving) say('Not saved: there is no connection. Trying again.')
    } finally {
      busy = false
      if (sending) form.requestSubmit(sending)
      else if (kept !== typed && !leaving && !timer) timer = setTimeout(keep, every)
    }
  }

  form.addEventListener('input', () => {
    typed++
    if (!timer) timer = setTimeout(keep, every)
  })
  form.addEventListener('focusout', keep)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keep() })
  form.addEventListener('submit', event => {
    clearTimeout(timer)
    // What is on its way is let arrive first: the form then says which state of the draft it knows.
    if (busy) {
      event.preventDefault()
      sending = event.submitter
    } else {
      leaving = true
    }
  })
}
