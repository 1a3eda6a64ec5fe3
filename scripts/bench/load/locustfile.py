"""The same requests from Locust's faster client, without any verification."""

import os

import gevent
from locust import FastHttpUser, constant, events, task

ROOMS = [
    (brand, chatroom)
    for brand, _, ids in (each.partition(":") for each in os.environ["BENCH_ROOMS"].split(";"))
    for chatroom in ids.split(",")
]
LIMIT = int(os.environ["BENCH_REQUESTS"])
BODY = '{"established_dialogue":"2023-10-06T13:41:09.123Z"}'
HEADERS = {
    brand: {
        "Authorization": "Bearer " + os.environ["POPSELL_TOKEN"],
        "X-Popsell-Brand": brand,
        "Content-Type": "application/json",
        "Accept": "application/json",
    }
    for brand, _ in ROOMS
}

sent = 0


@events.test_start.add_listener
def quit_after_the_last(environment, **_):
    # From outside the clients: one that quits while others are still starting leaves Locust waiting for ever.
    def wait():
        while environment.stats.total.num_requests < LIMIT or environment.runner.state != "running":
            gevent.sleep(0.05)
        environment.runner.quit()

    gevent.spawn(wait)


class Client(FastHttpUser):
    host = os.environ["POPSELL_BASE_URL"]
    wait_time = constant(0)

    @task
    def patch_chatroom(self):
        global sent
        if sent >= LIMIT:
            gevent.sleep(1)
            return
        brand, chatroom = ROOMS[sent % len(ROOMS)]
        sent += 1
        self.client.patch("/chat/chatrooms/" + chatroom, data=BODY, headers=HEADERS[brand], name="chatroom")
