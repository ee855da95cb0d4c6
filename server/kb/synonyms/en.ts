/** Common help desk words in English. Each line is a group of synonyms. */
export const en = `
sign in, log in, login, logon, signin, authenticate
sign out, log out, logout, signout
sign up, register, registration, create an account, open an account
sign on, sso
delete, remove, erase, wipe, discard, get rid of, clear
deactivate, disable, turn off, switch off, opt out
activate, enable, turn on, switch on, opt in
cancel, terminate, end, unsubscribe
stop, prevent, block, avoid
hide, conceal
change, edit, modify, update, adjust, alter
create, add, make, set up, new
configure, set up, setup, settings, preferences, options
install, installation, set up, setup
uninstall, remove
start, launch, open, begin, run
restart, reboot, relaunch
reset, restore default, factory reset
restore, recover, undo, roll back, get back
backup, snapshot, back up
error, fault, failure, problem, issue, bug
fails, not working, broken, does not work, crash
fix, solve, resolve, repair, troubleshoot
slow, performance, lag, sluggish, speed
missing, not showing, not displayed, disappeared, lost, gone
not arriving, not receiving, not received, not delivered
password, passcode, passphrase, credentials
forgot password, lost password, reset password, forgotten password
pin, passcode, short code
two-factor, two-step, 2fa, mfa, multi-factor, two factor authentication, second factor, tfa
authenticator, totp, one-time code, otp
recovery code, backup code
price, pricing, cost, fee, charge, rate
how much, price, cost
pay, payment, purchase, buy
payment method, credit card, debit card
invoice, bill, receipt, billing
subscription, plan, membership, license
upgrade, change plan, higher plan
trial, free trial, test period
refund, money back, reimbursement
discount, coupon, voucher, promo code, promotion
free, no cost
tax, vat
renew, renewal, prolong, extend
expire, expiry, expiration, run out, lapse
account, profile
user, member, people, colleague, coworker, teammate, employee, person
team, organization, organisation, company, workspace, group
customer, client
admin, administrator, owner
role, permission, rights, access, privileges
invite, add users, onboard
transfer, hand over, move ownership, take over
share, give access
email, mail, e-mail
email address, mail address
inbox, mailbox
message, email, mail
notification, alert, warning, reminder
spam, junk
forward, redirect
file, document, attachment
picture, image, photo, icon, screenshot
video, movie, clip
download, export, save
upload, import, attach
import, migrate, migration, transfer, move from, switch from
export, csv, spreadsheet, excel
report, statistics, analytics, stats, metrics
graph, chart, diagram
dashboard, overview, start page, home page
search, find, look for, look up
filter, narrow, segment
sort, order
folder, directory, label, category
tag, label, keyword
bookmark, favorite, favourite
note, comment, annotation
language, translation, translate, locale
dark mode, dark theme, night mode
theme, appearance, look, design, layout
color, colour
shortcut, hotkey, keyboard shortcut
phone, mobile, smartphone, cell phone, telephone
computer, desktop, pc, laptop
app, application, program, software
browser extension, add-on, addon, plugin, extension
website, site, web page, page
url, link, web address, address
domain, web address
browser, chrome, firefox, safari
connect, link, integrate, integration, pair
disconnect, unlink
sync, synchronize, synchronise
device, machine
privacy, data protection, gdpr
track, tracking, follow, monitor
secure, security, safe, protection, protect
hack, breach, compromised, leaked, stolen
encrypt, encryption
fake, scam, phishing, fraud
bot, crawler, robot, spider
ad, advertisement, advertising, advertise
job, career, vacancy, internship, hiring
contact, support, help desk, customer service, reach
requirements, prerequisites, needed
supported, compatible, compatibility, works with
limit, quota, maximum, cap
size, dimension
version, release
api key, token, access token, secret
log, history, audit, protocol
timezone, time zone
schedule, cron, automatic, scheduled task
server, host, hosting, self-host
database, db
delivery, shipping, shipment, postage
parcel, package, shipment
order, purchase
return, send back
cart, basket
stock, inventory, warehouse
product, item, article, goods
vote, poll, survey
brand, manufacturer
button, click
form, questionnaire
public, everyone, anyone
own, custom, personal
duplicate, copy, clone
mandatory, required
simultaneously, bulk, many, mass, all at once
template, pattern
embed, insert, inside, put
`;
