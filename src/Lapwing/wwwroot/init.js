import { initAll, ExitThisPage } from './design/govuk-frontend-6.6.0.min.js'

// Going to the neutral site takes the place of this page in the history, so that "back" does not return to it.
const leave = ExitThisPage.prototype.exitPage
ExitThisPage.prototype.exitPage = function () {
  leave.call(this)
  window.location.replace(this.$button.href)
}

initAll()
